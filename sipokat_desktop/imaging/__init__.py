"""Pictures taken in: checked, made small, and bare of where and by whom they were taken."""
