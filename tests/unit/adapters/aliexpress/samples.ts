/** The order of the reference document's list sample, as it stands there. */
export const LIST_SAMPLE = `{"aliexpress_trade_seller_orderlist_get_response":{"result":{"success":true,"error_code":"0","current_page":1,"page_size":20,"total_page":1,"total_count":1,
 "target_list":{"aeop_order_item_dto":[{"order_id":8160045860056286,"order_status":"WAIT_SELLER_SEND_GOODS","gmt_create":"2026-11-01 03:12:12","gmt_pay_time":"2026-11-01 03:20:00",
 "gmt_update":"2026-11-02 03:21:00","buyer_login_id":"us1234567abcd","buyer_signer_fullname":"J*** D***","pay_amount":{"amount":"51.99","currency_code":"USD"},"biz_type":"AE_COMMON",
 "fund_status":"PAY_SUCCESS","issue_status":"NO_ISSUE","frozen_status":"NO_FROZEN","logistics_status":"WAIT_SELLER_SEND_GOODS","left_send_good_day":"5","timeout_left_time":432000000,
 "product_list":{"aeop_order_product_dto":[{"child_id":8160045860066286,"order_id":8160045860056286,"product_id":1005001234567890,"sku_code":"EARBUD-01","product_name":"Wireless Earbuds",
 "product_count":2,"product_unit_price":{"amount":"22.99","currency_code":"USD"},"logistics_type":"CAINIAO_STANDARD","logistics_service_name":"AliExpress Standard Shipping",
 "goods_prepare_time":7,"son_order_status":"WAIT_SELLER_SEND_GOODS","send_goods_operator":"SELLER_SEND_GOODS","issue_status":"NO_ISSUE","tags":[],"extend_map":"{}"}]}}]}},"request_id":"…"}}`;

/** The token answer of the reference document. */
export const TOKEN_SAMPLE = `{"access_token":"50000…","refresh_token":"50001…","expires_in":31536000,"refresh_expires_in":63072000,"expire_time":1830000000000,
 "refresh_token_valid_time":1861536000000,"seller_id":"2671514005","user_id":"2671514005","user_nick":"cn1234567890abcd","account":"shop@example.com",
 "account_platform":"seller_center","havana_id":"17380…","locale":"zh_CN","sp":"ae","code":"0","request_id":"0ba2887315178178017221014"}`;

/** The error answers of the reference document. */
export const REST_ERROR = `{"type":"ISV","code":"IncompleteSignature","message":"The request signature does not conform to platform standards","request_id":"…"}`;
export const SYNC_ERROR = `{"error_response":{"type":"ISV","code":"IllegalAccessToken","msg":"The specified access token is invalid or expired","sub_code":"","sub_msg":"","request_id":"…"}}`;
