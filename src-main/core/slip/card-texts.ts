import type { PaperLanguage } from './paper-language.ts';

/** Words of a thank-you card; {buyer} and {shop} stand for names. */
export interface CardText {
  readonly title: string;
  readonly body: string;
}

/**
 * Our own cards. None asks for a review, let alone offers something for one: every platform that we know forbids it
 * on paper in the parcel, and so is sending buyers away from the platform.
 */
export const CARD_TEXTS: Record<PaperLanguage, CardText> = {
  'zh-CN': {
    title: '谢谢您！',
    body: '{buyer}，您好！\n感谢您的订单。每一件商品都由我们亲手检查、用心包装，希望您喜欢。\n如有任何问题，请通过平台消息联系我们，我们会尽快为您解决。\n{shop} 敬上',
  },
  'zh-TW': {
    title: '謝謝您！',
    body: '{buyer}，您好！\n感謝您的訂購。每一件商品都由我們親手檢查、用心包裝，希望您喜歡。\n如有任何問題，請透過平台訊息聯繫我們，我們會盡快為您處理。\n{shop} 敬上',
  },
  en: {
    title: 'Thank you!',
    body: '{buyer}, thank you for your order.\nWe checked and packed it by hand and hope it brings you joy.\nIf anything is not right, please write to us through the platform. We are glad to help.\nWarm regards, {shop}',
  },
  ru: {
    title: 'Спасибо за заказ!',
    body: '{buyer}, здравствуйте!\nМы сами проверили и упаковали ваш заказ. Надеемся, он вас порадует.\nЕсли что-то не так, напишите нам в чат на площадке: мы обязательно поможем.\nС теплом, {shop}',
  },
  ko: {
    title: '감사합니다!',
    body: '{buyer} 님, 안녕하세요.\n주문해 주셔서 감사합니다. 하나하나 직접 확인하고 정성껏 포장했습니다.\n불편한 점이 있으시면 쇼핑몰 문의로 연락해 주세요. 바로 도와드리겠습니다.\n{shop} 드림',
  },
  ja: {
    title: 'ありがとうございます',
    body: '{buyer} 様\nご注文いただき、誠にありがとうございます。一点ずつ確認し、心を込めてお包みしました。\n何かございましたら、サイトのメッセージよりお気軽にご連絡ください。\n{shop}',
  },
  es: {
    title: '¡Gracias!',
    body: '{buyer}, muchas gracias por tu pedido.\nLo hemos revisado y preparado a mano. Esperamos que te guste.\nSi algo no está bien, escríbenos por la plataforma y lo solucionaremos.\nUn saludo cordial, {shop}',
  },
  pt: {
    title: 'Obrigado!',
    body: '{buyer}, muito obrigado pelo seu pedido.\nConferimos e embalamos tudo à mão. Esperamos que goste.\nSe algo não estiver certo, escreva para nós pela plataforma e vamos ajudar.\nUm abraço, {shop}',
  },
  fr: {
    title: 'Merci !',
    body: '{buyer}, merci pour votre commande.\nNous l’avons vérifiée et emballée à la main, en espérant qu’elle vous fera plaisir.\nSi quelque chose ne va pas, écrivez-nous via la plateforme : nous vous aiderons volontiers.\nBien à vous, {shop}',
  },
  de: {
    title: 'Vielen Dank!',
    body: '{buyer}, vielen Dank für Ihre Bestellung.\nWir haben alles von Hand geprüft und verpackt und wünschen viel Freude damit.\nFalls etwas nicht stimmt, schreiben Sie uns über die Plattform. Wir helfen gern.\nHerzliche Grüße, {shop}',
  },
};

/** Puts the names in. A buyer whose name the platform hides is left out together with the words that lean on it. */
export function fillCard(text: string, names: { readonly buyer: string | null; readonly shop: string }): string {
  const { buyer, shop } = names;
  const greeted =
    buyer === null
      ? text
          .replace(/[,，、]?[ ]?\{buyer\}( 님| 様|様|님)?[,，、!！。.]?[ ]*\n?/gu, '')
          .replace(/^\p{Ll}/u, (first) => first.toUpperCase())
      : text.replaceAll('{buyer}', () => buyer);
  return greeted.replaceAll('{shop}', () => shop);
}
