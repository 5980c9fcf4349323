import { AppShell, MantineProvider, NavLink, Title } from '@mantine/core';
export const App = () => (
  <MantineProvider>
    <AppShell header={{ height: 56 }} navbar={{ width: 220, breakpoint: 'sm' }} padding="md">
      <AppShell.Header p="xs">Hello</AppShell.Header>
      <AppShell.Navbar p="xs">
        <NavLink label="Home" href="#/" />
        <NavLink label="Widgets" href="#/widgets" />
      </AppShell.Navbar>
      <AppShell.Main>
        <Title order={2} className="row">
          Hello world
        </Title>
      </AppShell.Main>
    </AppShell>
  </MantineProvider>
);
