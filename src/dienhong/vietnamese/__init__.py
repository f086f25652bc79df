"""Pure knowledge of written Vietnamese, with nothing but the standard library.

text: repair, normal form, search key, slug · collation: sort keys · numerals (words, ordinals): both ways ·
dates (periods): dates both ways · document_numbers: 134/2023/NQ-HĐND.
"""
