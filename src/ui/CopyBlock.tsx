import { Button, CopyButton } from '@mantine/core';
import classes from './CopyBlock.module.css';

interface CopyBlockProps {
  heading: string;
  hint: string;
  text: string;
}

/** Code to be copied as a whole. */
export function CopyBlock({ heading, hint, text }: CopyBlockProps) {
  return (
    <section className={classes.block} aria-label={heading}>
      <div className={classes.head}>
        <h2>{heading}</h2>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="default" size="xs" onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </div>
      <p className={classes.hint}>{hint}</p>
      <pre className={classes.code}>{text}</pre>
    </section>
  );
}
