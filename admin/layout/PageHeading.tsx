import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { formWidth } from '../pages/beside-heading.ts';

/** The page's only h1, filled by react-admin's Title, and the browser tab's title with it. */
export const PageHeading = () => {
  const translate = useTranslate();
  const heading = useRef<HTMLHeadingElement>(null);
  const product = translate('shell.product');
  useEffect(() => {
    const node = heading.current;
    if (!node) return;
    const carry = () => {
      const text = node.textContent?.trim();
      document.title = text ? `${text}｜${product}` : product;
    };
    carry();
    const watch = new MutationObserver(carry);
    watch.observe(node, { childList: true, characterData: true, subtree: true });
    return () => watch.disconnect();
  }, [product]);
  return (
    <Typography
      ref={heading}
      id="react-admin-title"
      component="h1"
      variant="h1"
      sx={{
        minHeight: '1.4em',
        mb: 1.5,
        overflowWrap: 'anywhere',
        // A long title leaves room for the buttons that stand on its line.
        'main:has(.show-page) &': { pr: { lg: '28rem' } },
        'main:has(.edit-page) &': { maxWidth: { lg: formWidth.maxWidth - 120 } },
      }}
    />
  );
};
