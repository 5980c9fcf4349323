import { createRoot } from 'react-dom/client';
import {
  Admin,
  BooleanInput,
  DataTable,
  Edit,
  List,
  NumberInput,
  Resource,
  SearchInput,
  SimpleForm,
  TextInput,
  Title,
  useRecordContext,
  useUpdate,
} from 'react-admin';
import { Card, CardContent, Switch } from '@mui/material';
import simpleRestProvider from 'ra-data-simple-rest';
const EnabledToggle = () => {
  const record = useRecordContext();
  const [update] = useUpdate(
    'widgets',
    { id: record.id, data: { enabled: !record.enabled }, previousData: record },
    { mutationMode: 'optimistic' },
  );
  return (
    <Switch
      checked={record.enabled}
      onClick={(e) => e.stopPropagation()}
      onChange={() => update()}
      slotProps={{ input: { 'aria-label': 'enabled' } }}
    />
  );
};
const filters = [<SearchInput key="q" source="q" alwaysOn />];
const WidgetList = () => (
  <List perPage={25} filters={filters} sort={{ field: 'id', order: 'ASC' }}>
    <DataTable>
      <DataTable.Col source="id" />
      <DataTable.Col source="url" />
      <DataTable.Col source="description" />
      <DataTable.Col source="enabled">
        <EnabledToggle />
      </DataTable.Col>
      <DataTable.Col source="locale_code" />
      <DataTable.NumberCol source="managers" />
    </DataTable>
  </List>
);
const WidgetEdit = () => (
  <Edit>
    <SimpleForm>
      <TextInput source="url" />
      <TextInput source="description" />
      <BooleanInput source="enabled" />
      <TextInput source="locale_code" />
      <NumberInput source="managers" />
    </SimpleForm>
  </Edit>
);
const Home = () => (
  <Card>
    <Title title="Home" />
    <CardContent>Home</CardContent>
  </Card>
);
createRoot(document.getElementById('root')).render(
  <Admin dataProvider={simpleRestProvider('/api')} dashboard={Home} disableTelemetry>
    <Resource name="widgets" list={WidgetList} edit={WidgetEdit} />
  </Admin>,
);
