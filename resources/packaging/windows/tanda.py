"""Signs Windows programs with the certificate that the environment names; without one they stay unsigned.

SIPOKAT_TANDA_P12        the certificate with its key (PKCS #12)
SIPOKAT_TANDA_SANDI      a file with its password
SIPOKAT_TANDA_WAKTU      address of a time stamp service (RFC 3161); without it the signature ends with the certificate
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from .alat import run


def wanted() -> bool:
    """Tell whether a certificate is named."""
    return "SIPOKAT_TANDA_P12" in os.environ


def sign(file: Path) -> None:
    """Sign a program in place."""
    signed = file.with_name(file.name + ".bertanda")
    words = ["osslsigncode", "sign", "-pkcs12", os.environ["SIPOKAT_TANDA_P12"], "-h", "sha256", "-n", "Sipokat"]
    if "SIPOKAT_TANDA_SANDI" in os.environ:
        words += ["-readpass", os.environ["SIPOKAT_TANDA_SANDI"]]
    if "SIPOKAT_TANDA_WAKTU" in os.environ:
        words += ["-ts", os.environ["SIPOKAT_TANDA_WAKTU"]]
    signed.unlink(missing_ok=True)
    run([*words, "-in", file, "-out", signed])
    signed.replace(file)


if __name__ == "__main__":
    sign(Path(sys.argv[1]))
