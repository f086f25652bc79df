"""Excel in and out for every register that declares a sheet.

template · exporting · errors_file write workbooks; safety · grid · layout · reading read them; references finds what a
cell names, comparing decides what becomes of a row, preview tells it; actions are the only writers. Columns, words and
guide come from the registers' declarations.
"""
