"""The set-up file for Windows: its contents, and what it does under Wine."""
