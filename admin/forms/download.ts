import type { Form } from '../../sync/model/index.ts';

/** Where the workbook of a form is. */
export const fileOf = (form: Pick<Form, 'id'>): string => `/api/forms/${encodeURIComponent(form.id)}/file`;

/** Begins the download as if its link had been clicked. */
export function download(form: Pick<Form, 'id' | 'name'>): void {
  const link = document.createElement('a');
  link.href = fileOf(form);
  link.download = form.name;
  link.click();
}
