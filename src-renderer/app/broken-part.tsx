import { useWords } from '../i18n/use-words.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

/** In place of a part that could not be drawn. */
export function BrokenPart(props: { readonly onReload: () => void }) {
  const t = useWords();
  return (
    <EmptyState icon="alert" tone="late" title={t('common:broken.title')} text={t('common:broken.text')}>
      <Button kind="primary" onPress={props.onReload}>
        {t('common:broken.reload')}
      </Button>
    </EmptyState>
  );
}
