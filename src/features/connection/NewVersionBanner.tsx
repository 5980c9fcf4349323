import classes from './OfflineBanner.module.css';

/** The server was renewed under the page, whose code is still the old one. */
export function NewVersionBanner({ isNew }: { isNew: boolean }) {
  return (
    <div role="status">
      {isNew && (
        <p className={classes.banner}>
          A new version of the console is available.{' '}
          <button type="button" className={classes.action} onClick={() => window.location.reload()}>
            Reload the page
          </button>
        </p>
      )}
    </div>
  );
}
