import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

/** Asks before something goes that nothing can bring back. Closes before it removes. */
export function RemovalDialog(props: {
  readonly title: string;
  readonly body: string;
  readonly keep: string;
  readonly remove: string;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}) {
  const remove = () => {
    props.onClose();
    props.onRemove();
  };
  const actions = (
    <>
      <Button onPress={props.onClose}>{props.keep}</Button>
      <Button kind="danger" icon="trash" onPress={remove}>
        {props.remove}
      </Button>
    </>
  );
  return (
    <Dialog isOpen role="alertdialog" onClose={props.onClose} title={props.title} actions={actions}>
      <p>{props.body}</p>
    </Dialog>
  );
}
