import { childOf, childrenOf, readXml, textOf, type XmlElement } from './xml.ts';

export interface FeedMessage {
  messageId: string;
  /** The element that is named after the message type. */
  content: XmlElement;
}

/** The messages of an AmazonEnvelope. Throws when it is not the envelope of this type ("unable to process the XML feed"). */
export function readEnvelope(xml: string, messageType: string): FeedMessage[] {
  const envelope = readXml(xml);
  const header = childOf(envelope, 'Header');
  const isEnvelope = envelope.name === 'AmazonEnvelope' && header !== null;
  if (!isEnvelope || textOf(header, 'DocumentVersion') !== '1.01' || textOf(header, 'MerchantIdentifier') === '') {
    throw new Error('unable to process the XML feed: no AmazonEnvelope with its Header');
  }
  if (textOf(envelope, 'MessageType') !== messageType) {
    throw new Error(`unable to process the XML feed: its MessageType is not ${messageType}`);
  }
  const messages = childrenOf(envelope, 'Message').map((message) => {
    const content = childOf(message, messageType);
    const messageId = textOf(message, 'MessageID');
    if (content === null || !/^\d+$/u.test(messageId))
      throw new Error('unable to process the XML feed: a broken Message');
    return { messageId, content };
  });
  const ids = new Set(messages.map((message) => message.messageId));
  if (messages.length === 0 || ids.size !== messages.length) {
    throw new Error('unable to process the XML feed: no Message, or a MessageID twice');
  }
  return messages;
}
