"""Paper: page sizes, kop, signers and the receipt-list engine; reportlab is imported when first drawing."""
