"""New versions of the program: looked for, kept aside, put in when the window has closed, and taken back."""
