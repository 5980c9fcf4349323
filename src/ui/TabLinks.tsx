import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router-dom';
import classes from './TabLinks.module.css';

interface TabLinksProps {
  label: string;
  tabs: readonly { label: string; to: string }[];
}

/** Tabs with an address of their own: links, so that they can be opened, shared and gone back from. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  return (
    <nav ref={useCurrentInView()} className={classes.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end className={classes.tab ?? ''}>
          {tab.label}
        </NavLink>
      ))}
    </nav>
  );
}

/** On a narrow screen the last tabs are out of sight: the one that is open never is. */
function useCurrentInView() {
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const current = nav.current?.querySelector(`[href="${CSS.escape(pathname)}"]`);
    if (!nav.current || !current) return;
    const [frame, tab] = [nav.current.getBoundingClientRect(), current.getBoundingClientRect()];
    nav.current.scrollLeft += Math.max(0, tab.right - frame.right) - Math.max(0, frame.left - tab.left);
  }, [pathname]);
  return nav;
}
