"""Excel in and out for every register that declares a sheet.

template · exporting · errors_file write workbooks; safety · grid · layout · reading read them; comparing makes the
preview; actions is the only writer. Columns, words and guide come from the registers' declarations.
"""
