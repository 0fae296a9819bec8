"""Reads returned forms and consolidates them, as one writes such a script with openpyxl: titles are looked up in the header, merged
items are carried downward, rows are told by item and step. `plain` loads and builds workbooks as most people do; `read_only` reads
and writes row by row, as openpyxl's documentation advises for many rows."""

import json
import os
import resource
import sys
import time

from openpyxl import Workbook, load_workbook

FIELDS = ['檢核結果', '辦理情形', '佐證資料', '自評', '備註']
CHOICES = ['已完成', '辦理中', '未辦理', '不適用']


def table_of(path, lean):
    workbook = load_workbook(path, read_only=lean, data_only=True)
    for sheet in workbook:
        rows = [[cell for cell in row] for row in sheet.iter_rows()]
        for at, row in enumerate(rows):
            titles = [str(cell.value or '').strip() for cell in row]
            if '執行步驟' not in titles:
                continue
            agency = next((str(cell.value) for above in rows[:at] for cell, before in zip(above[1:], above)
                           if '機關' in str(before.value or '') and cell.value), os.path.basename(path))
            below = [str(cell.value or '').strip() for cell in rows[at + 1]] if at + 1 < len(rows) else []
            columns = {}
            for i in range(len(titles)):
                title = below[i] if i < len(below) and below[i] in FIELDS + CHOICES else titles[i]
                columns.setdefault(title, i)
            return sheet.title, agency, columns, rows[at + 1:]
    raise ValueError('no table')


def answers_of(path, lean):
    name, agency, columns, rows = table_of(path, lean)
    item = ''
    found = []
    for row in rows:
        def at(title):
            i = columns.get(title)
            return row[i] if i is not None and i < len(row) else None

        def text(title):
            cell = at(title)
            return '' if cell is None or cell.value is None else str(cell.value)

        item = text('執行要項') or item
        step = text('執行步驟')
        if not step or step == '執行步驟':
            continue
        values = {field: text(field) for field in FIELDS}
        if '檢核結果' not in columns or not values['檢核結果']:
            values['檢核結果'] = next((choice for choice in CHOICES if text(choice)), '')
        cells = {field: at(field).coordinate if at(field) is not None and getattr(at(field), 'coordinate', None) else '' for field in FIELDS}
        found.append((agency, item, step, values, os.path.basename(path), name, cells))
    return found


def add(workbook, title, head, rows):
    sheet = workbook.create_sheet(title)
    sheet.freeze_panes = 'A2'
    sheet.append(head)
    for row in rows:
        sheet.append(row)


def main(folder, out, lean):
    rows, bad = [], 0
    for name in sorted(os.listdir(folder)):
        try:
            rows.extend(answers_of(os.path.join(folder, name), lean))
        except Exception:
            bad += 1
    workbook = Workbook(write_only=lean)
    if not lean:
        workbook.remove(workbook.active)
    order = {}
    for _, item, step, *_ in rows:
        order.setdefault((item, step), len(order))
    counts = {}
    for _, item, step, values, *_ in rows:
        counts.setdefault((item, step), {}).setdefault(values['檢核結果'], 0)
        counts[(item, step)][values['檢核結果']] += 1
    add(workbook, '摘要', ['題目', *CHOICES, '未填'],
        [[step, *[counts[key].get(choice, 0) for choice in CHOICES], counts[key].get('', 0)] for key in order for step in [key[1]]])
    by_item = sorted(rows, key=lambda row: order[(row[1], row[2])])
    add(workbook, '依項目', ['上層項目', '題目', '機關', *FIELDS],
        ([item, step, agency, *[values[field] for field in FIELDS]] for agency, item, step, values, *_ in by_item))
    add(workbook, '依機關', ['機關', '上層項目', '題目', *FIELDS],
        ([agency, item, step, *[values[field] for field in FIELDS]] for agency, item, step, values, *_ in rows))
    add(workbook, '原始資料', ['機關', '上層項目', '題目', *[each for field in FIELDS for each in (field + '（原文）', field + '（採用）')]],
        ([agency, item, step, *[values[field] for field in FIELDS for _ in (0, 1)]] for agency, item, step, values, *_ in rows))
    add(workbook, '來源', ['機關', '題目', '檔案', '工作表', *FIELDS],
        ([agency, step, file, sheet, *[cells[field] for field in FIELDS]] for agency, _, step, _, file, sheet, cells in rows))
    workbook.save(out)
    return len(rows), bad


if __name__ == '__main__':
    began = time.perf_counter()
    count, unread = main(sys.argv[1], sys.argv[2], sys.argv[3] == 'read_only')
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({
        'seconds': time.perf_counter() - began,
        'peakMb': used.ru_maxrss / 1024,
        'cpu': used.ru_utime + used.ru_stime,
        'rows': count,
        'bad': unread,
    }))
