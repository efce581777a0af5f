"""Everything that a page is put together from, in one import."""

from ui.kit.buttons import Aksi, Button, PrimaryButton, SecondaryButton, button_for
from ui.kit.cards import Butir, Card, EmptyState, Keadaan, ProgressLine, SidePanel
from ui.kit.icons import Icons
from ui.kit.kartu_angka import KartuAngka
from ui.kit.labels import Gaya, Label, Notice, StatusDot
from ui.kit.marks import Mark
from ui.kit.messagebar import MessageBar
from ui.kit.nav import NavItem, NavList
from ui.kit.page import PageTitle, Stepper
from ui.kit.scroll import ThinScrollBar, scroll_of
from ui.kit.theme import Role, Theme, theme_of

__all__ = [
    "Aksi",
    "Butir",
    "Button",
    "Card",
    "EmptyState",
    "Gaya",
    "Icons",
    "KartuAngka",
    "Keadaan",
    "Label",
    "Mark",
    "MessageBar",
    "NavItem",
    "NavList",
    "Notice",
    "PageTitle",
    "PrimaryButton",
    "ProgressLine",
    "Role",
    "SecondaryButton",
    "SidePanel",
    "StatusDot",
    "Stepper",
    "Theme",
    "ThinScrollBar",
    "button_for",
    "scroll_of",
    "theme_of",
]
