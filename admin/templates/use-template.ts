import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type SheetGrid, sheetGrid, type TemplateDetail, templateDetail } from '../../sync/model/index.ts';
import { request } from '../data/index.ts';

export const templateKey = (id: string) => ['templates', 'detail', id] as const;
export const pathOfTemplate = (id: string): string => `/api/templates/${encodeURIComponent(id)}`;

export const readTemplate = async (id: string): Promise<TemplateDetail> =>
  templateDetail.parse((await request(pathOfTemplate(id))).json);

/** One template with what was found in it. */
export const useTemplate = (id: string) => useQuery({ queryKey: templateKey(id), queryFn: () => readTemplate(id) });

const readGrid = async (id: string, sheet: string, from: number): Promise<SheetGrid> =>
  sheetGrid.parse(
    (
      await request(
        `${pathOfTemplate(id)}/grid?${new URLSearchParams({ ...(sheet ? { sheet } : {}), from: String(from) })}`,
      )
    ).json,
  );

/** The server tells of as many rows at once. */
export const rowsAtOnce = 400;

/** Parts of a sheet as one. Each says how many rows it leaves out, before and after it. */
function joined(parts: readonly SheetGrid[]): SheetGrid | null {
  const [first] = parts;
  if (!first) return null;
  const rows = parts.flatMap(part => part.rows);
  return { ...first, rows, rowsLeftOut: Math.max(0, first.rows.length + first.rowsLeftOut - rows.length) };
}

const firstMissing = (all: readonly { readonly data: unknown }[]): number => {
  const at = all.findIndex(one => one.data === undefined);
  return at < 0 ? all.length : at;
};

/**
 * A sheet of a template as it is drawn, its first `pages` parts. The workbook is kept as it came, so a sheet never changes.
 * @param sheet empty for the first one
 */
export function useSheetGrid(id: string, sheet: string, pages: number) {
  const answers = useQueries({
    queries: Array.from({ length: pages }, (_, page) => ({
      queryKey: ['templates', 'grid', id, sheet, page],
      queryFn: () => readGrid(id, sheet, page * rowsAtOnce + 1),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: all => ({
      // Only those before the first that is missing: a gap would look like blank rows.
      parts: all.slice(0, firstMissing(all)).flatMap(one => one.data ?? []),
      error: all.find(one => one.error)?.error ?? null,
      pending: all.some(one => one.isPending),
      refetch: () => all.filter(one => one.error).map(one => one.refetch()),
    }),
  });
  const { parts, error, pending, refetch } = answers;
  const grid = useMemo(() => joined(parts), [parts]);
  return { grid, error, pending, refetch };
}
