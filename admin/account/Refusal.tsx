import Alert from '@mui/material/Alert';

/** What the server refused, told to screen readers as soon as it appears. */
export const Refusal = ({ text }: { readonly text: string | null }) => (
  <div role="alert">
    {text ? (
      <Alert severity="error" role="presentation" sx={{ mt: 1 }}>
        {text}
      </Alert>
    ) : null}
  </div>
);
