import { useQuery } from '@tanstack/react-query';
import { type SheetGrid, sheetGrid, type TemplateDetail, templateDetail } from '../../sync/model/index.ts';
import { request } from '../data/index.ts';

export const templateKey = (id: string) => ['templates', 'detail', id] as const;
export const pathOfTemplate = (id: string): string => `/api/templates/${encodeURIComponent(id)}`;

export const readTemplate = async (id: string): Promise<TemplateDetail> =>
  templateDetail.parse((await request(pathOfTemplate(id))).json);

/** One template with what was found in it. */
export const useTemplate = (id: string) => useQuery({ queryKey: templateKey(id), queryFn: () => readTemplate(id) });

/** One sheet of a template as it is drawn. The workbook is kept as it came, so a sheet never changes. */
export const useSheetGrid = (id: string, sheet: string) =>
  useQuery({
    queryKey: ['templates', 'grid', id, sheet],
    queryFn: async (): Promise<SheetGrid> =>
      sheetGrid.parse((await request(`${pathOfTemplate(id)}/grid?${new URLSearchParams({ sheet })}`)).json),
    staleTime: Number.POSITIVE_INFINITY,
  });
