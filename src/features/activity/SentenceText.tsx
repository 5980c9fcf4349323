import { Link } from 'react-router-dom';
import type { Part } from './sentence.ts';

/** A sentence whose things lead to their pages. */
export function SentenceText({ parts }: { parts: readonly Part[] }) {
  return parts.map(({ text, to }, index) =>
    to === undefined ? (
      text
    ) : (
      // A sentence's parts have no name but their place.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <Link key={index} to={to}>
        {text}
      </Link>
    ),
  );
}
