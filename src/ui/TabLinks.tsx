import { NavLink } from 'react-router-dom';
import classes from './TabLinks.module.css';

interface TabLinksProps {
  label: string;
  tabs: readonly { label: string; to: string }[];
}

/** Tabs with an address of their own: links, so that they can be opened, shared and gone back from. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  return (
    <nav className={classes.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end className={classes.tab ?? ''}>
          {tab.label}
        </NavLink>
      ))}
    </nav>
  );
}
