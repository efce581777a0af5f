"""*Saldo awal*: payments of past years from a sheet, mapped, looked at, recorded as one act, taken back as a whole."""
