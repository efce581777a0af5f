"""The main window: navigation, status line, messages, set-up, login, sync in the background."""
