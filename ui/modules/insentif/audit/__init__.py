"""*Audit*: red flags with the way to each, the pack for the auditors, and the check of one."""
