import { useState } from 'react';
import { linkOf } from '#src/domain/widget-url.ts';
import classes from './Player.module.css';
import { isPlayable } from './recording-url.ts';

/** The browser's own player. What cannot be played can still be opened. */
export function Player({ url, name }: { url: string; name: string }) {
  const [failed, setFailed] = useState(false);
  const link = linkOf(url);
  return (
    <div className={classes.player}>
      {!isPlayable(url) ? (
        <p className={classes.failed}>Only recordings with an https address are played here.</p>
      ) : failed ? (
        <p className={classes.failed} role="status">
          This browser could not play the recording: it is gone, or its server does not let it be played here.
        </p>
      ) : (
        // The recordings are CallPage's and come without captions; what a greeting says is its name.
        // biome-ignore lint/a11y/useMediaCaption: see above
        <audio
          key={url}
          controls
          preload="none"
          src={url}
          aria-label={`Recording: ${name}`}
          onError={() => setFailed(true)}
        />
      )}
      {link ? (
        <a href={link} target="_blank" rel="noreferrer">
          {url}
        </a>
      ) : (
        <span className={classes.address}>{url}</span>
      )}
    </div>
  );
}
