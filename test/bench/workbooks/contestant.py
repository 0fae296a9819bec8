"""openpyxl doing what `contestant.ts` does: python3 contestant.py JOB FILE FIRST_ROW ROWS TIMES NARRATIVE"""
import io
import json
import resource
import sys
import time

import openpyxl

job, path, first, rows, times, narrative = sys.argv[1:7]
first, rows, times = int(first), int(rows), int(times)
with open(path, "rb") as file:
    content = file.read()
start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def read():
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    return sum(1 for row in sheet.iter_rows() for cell in row if cell.value is not None)


def fill():
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    for n in range(rows):
        sheet.cell(first + n, 6).value = "辦理中"
        sheet.cell(first + n, 7).value = narrative
        sheet.cell(first + n, 8).value = "1.簽到表"
    out = io.BytesIO()
    book.save(out)
    return len(out.getvalue())


taken = []
for _ in range(times + 1):
    began = time.perf_counter()
    {"read": read, "fill": fill}[job]()
    taken.append((time.perf_counter() - began) * 1000)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"taken": taken[1:], "peakMb": peak / 1024, "aboveMb": (peak - start) / 1024, "version": openpyxl.__version__}))
