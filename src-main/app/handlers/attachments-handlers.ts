import { ContractError } from '../../contract/errors.ts';
import type { AttachmentId } from '../../core/shared/ids.ts';
import { addAttachment } from '../attachments/add-attachment.ts';
import { attachmentPages } from '../attachments/attachment-pages.ts';
import { attachmentView } from '../attachments/attachment-view.ts';
import { hideAttachment } from '../attachments/hide-attachment.ts';
import type { AppDeps } from '../deps.ts';
import { DONE, type HandlersOf } from './handler-table.ts';

/** Files that the seller keeps with an order or one of its cases. */
export function attachmentsHandlers(deps: AppDeps): HandlersOf<'attachments'> {
  return {
    'attachments.add': async (input) => ({ attachment: await addAttachment(deps, input) }),
    'attachments.read': async ({ id }) => {
      const found = await deps.store.read.attachment(id as AttachmentId);
      if (found === null || found.row.removedAtMs !== null) throw new ContractError('not-found');
      const { buffer, byteOffset, byteLength } = found.bytes;
      const base64 = Buffer.from(buffer, byteOffset, byteLength).toString('base64');
      return { attachment: attachmentView(found.row), base64 };
    },
    'attachments.pages': async ({ id }) => ({ pages: await attachmentPages(deps, id as AttachmentId) }),
    'attachments.remove': async ({ id }) => {
      await hideAttachment(deps, id as AttachmentId, true);
      return DONE;
    },
    'attachments.restore': async ({ id }) => {
      await hideAttachment(deps, id as AttachmentId, false);
      return DONE;
    },
  };
}
