/** The frame around every page. */
export { ErrorPage } from './ErrorPage.tsx';
export { Layout } from './Layout.tsx';
export { Message } from './Message.tsx';
export { AccessDenied, NotFound } from './NotFound.tsx';
export { PageSkeleton } from './PageSkeleton.tsx';
export { Shell } from './Shell.tsx';
