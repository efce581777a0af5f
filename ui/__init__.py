"""The window of Sipokat Desktop: shell, kit and the pages of the modules. The only home of PySide6."""
