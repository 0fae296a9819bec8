/** Puts a page's buttons on the line of its heading where there is room, below it elsewhere. */
export const besideHeading = { mt: { xs: 0, lg: '-48px' }, minHeight: { xs: 40, lg: 48 }, pb: 1, pt: 0 } as const;

/** Forms are read line by line and stay narrow on wide screens. */
export const formWidth = { maxWidth: 760 } as const;
