import { foldText } from '../../kernel/fold-text.ts';

/** Phrases as shops and banks write them, by purpose; folded once, matched as parts of folded text. */
const fold = (lists: readonly (readonly string[])[]): readonly string[] => lists.flat().map(foldText);

/** Tells whether folded text holds one of the phrases. */
export function says(text: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => text.includes(phrase));
}

export const OTP_PHRASES = fold([
  ['one time code', 'one-time code', 'one-time pass', 'one time pass', 'verification code', 'passcode', 'resend code', 'resend the code', '6-digit code', '4-digit code', 'six-digit code', '-digit code', 'authentication code', 'authenticator', 'two-factor', '2-step', 'two-step', 'we texted you', 'we sent you a code', 'sent you a', 'security code we', 'code we sent', 'code sent to', 'we emailed you', 'check your email for', 'check your phone', 'confirm it\'s you', 'enter the code'],
  ['einmaliger code', 'einmalcode', 'einmalpasswort', 'bestätigungscode', 'verifizierungscode', 'sicherheitscode', 'code erneut senden', 'authentifizierungscode', 'authentifizierungs-app', 'zwei-faktor', '-stelliger code', '-stelligen code', 'tan eingeben', 'smstan', 'mtan', 'per sms gesendet', 'per e-mail gesendet', 'code, den wir', 'haben ihnen einen code', 'haben dir einen code'],
  ['code à usage unique', 'code de vérification', 'code de confirmation', 'renvoyer le code', 'saisissez le code', 'entrez le code', 'code d\'authentification', 'application d\'authentification', 'code reçu par', 'code à 6 chiffres', 'mot de passe à usage unique', 'avons envoyé un code', 'code envoyé'],
  ['código único', 'código de un solo uso', 'código de verificación', 'código de confirmación', 'reenviar código', 'reenviar el código', 'introduzca el código', 'introduce el código', 'ingresa el código', 'código de autentificación', 'código de autenticación', 'dos factores', 'código de 6 dígitos', 'código que te hemos', 'código que enviamos', 'hemos enviado un código'],
  ['codice monouso', 'codice di verifica', 'codice di conferma', 'invia nuovamente il codice', 'inserisci il codice', 'codice di autenticazione', 'codice a 6 cifre', 'codice otp', 'ricevuto via sms', 'codice che ti abbiamo', 'codice temporaneo'],
  ['código de acesso único', 'código de verificação', 'código de confirmação', 'introduza o código', 'digite o código', 'insira o código', 'código de autenticação', 'código enviado', 'enviamos um código'],
  ['eenmalige code', 'eenmalig wachtwoord', 'verificatiecode', 'bevestigingscode', 'code opnieuw verzenden', 'voer de code', 'vul de code', 'authenticatiecode', 'authenticatie code', '-cijferige code', 'code die we'],
  ['kod jednorazowy', 'kod weryfikacyjny', 'kod potwierdzający', 'ponowne wysłanie kodu', 'wyślij kod ponownie', 'wprowadź kod', 'wpisz kod', 'kod uwierzytelnienia', '-cyfrowy kod', 'kod sms', 'kod z sms', 'hasło jednorazowe'],
  ['ワンタイム', '認証コード', '確認コード', '認証番号', 'コードを再送', 'コードを入力', '桁のコード', '桁の数字', '二要素認証', '二段階認証'],
  ['一次性代码', '一次性密码', '验证码', '校验码', '动态密码', '动态码', '重新发送', '两步验证', '驗證碼'],
  ['일회성 코드', '일회용 비밀번호', '인증 코드', '인증코드', '인증번호', '코드 재전송', '자리 코드', '2단계 인증'],
  ['одноразовый код', 'одноразовый пароль', 'код подтверждения', 'код аутентификации', 'отправить код', 'введите код', '-значный код', 'код из', 'двухфакторн', 'код отправлен'],
  ['tek kullanımlık', 'doğrulama kodu', 'iki adımlı doğrulama', 'sms kodu', 'kodu yeniden gönder', 'kodu tekrar gönder', 'onay kodu', 'haneli kod', 'kodu girin'],
  ['رمز يستخدم لمرة واحدة', 'رمز التحقق', 'رمز المصادقة', 'إعادة إرسال الرمز', 'أدخل الرمز', 'كلمة مرور لمرة واحدة', 'رمز لمرة'],
  ['engångskod', 'verifieringskod', 'engangskode', 'bekræftelseskode', 'vahvistuskoodi', 'ověřovací kód', 'overovací kód', 'ellenőrző kód', 'cod de verificare', 'κωδικό επαλήθευσης', 'mã xác', 'kode verifikasi', 'รหัส otp', 'קוד אימות'],
]); // prettier-ignore

export const APP_PHRASES = fold([
  ['authenticator', 'authentication app', 'authentifizierungs-app', 'authenticatie-app', 'authenticatorapp'],
  ['application d\'authentification', 'app de autenticación', 'aplicación de autenticación', 'app di autenticazione', 'aplicativo autenticador', 'app autenticadora', 'aplikacji uwierzytelniającej', '認証アプリ', '身份验证器', '인증 앱', '인증앱', 'приложение-аутентификатор', 'приложения для аутентификации', 'kimlik doğrulama uygulama', 'تطبيق المصادقة'],
]); // prettier-ignore

export const LOGIN_PHRASES = fold([
  ['sign in to', 'log in to', 'sign in before', 'log in before', 'please sign in', 'please log in', 'must be signed in', 'must be logged in', 'need to sign in', 'need to log in', 'login required', 'sign-in required', 'forgot your password', 'forgot password', 'forgotten password', 'forgotten your password', 'existing customer', 'returning customer', 'member login', 'members only', 'registered customers'],
  ['bitte melden', 'bitte anmelden', 'bitte einloggen', 'melde dich an', 'melden sie sich an', 'anmelden, um', 'passwort vergessen', 'kennwort vergessen', 'anmeldung erforderlich', 'registrierte kunden', 'registrierte benutzer', 'ich bin bereits kunde'],
  ['connectez-vous', 'veuillez vous connecter', 'veuillez vous identifier', 'identifiez-vous', 'mot de passe oublié', 'client existant', 'connexion requise'],
  ['inicia sesión', 'inicie sesión', 'iniciar sesión', 'olvidaste tu', 'olvidaste la', 'olvidó su contraseña', 'has olvidado', 'identifícate', 'cliente existente'],
  ['accedi per', 'accedi al', 'effettua l\'accesso', 'effettua il login', 'password dimenticata', 'hai dimenticato la password', 'utente registrato'],
  ['inicie sessão', 'inicia sessão', 'iniciar sessão', 'faça login', 'fazer login', 'entre na sua conta', 'esqueci-me', 'esqueceu', 'esqueci a', 'esqueci minha'],
  ['log in om', 'inloggen om', 'je moet ingelogd', 'u moet ingelogd', 'wachtwoord vergeten', 'bestaande klant', 'meld je aan', 'meld u aan'],
  ['zaloguj się', 'musisz być zalogowany', 'zapomniałeś hasła', 'nie pamiętasz hasła', 'nie pamiętam hasła', 'istniejący użytkownik'],
  ['ログインして', 'ログインが必要', 'ログインしてください', 'パスワードをお忘れ', 'パスワードを忘れ', '会員の方'],
  ['请登录', '请先登录', '登录后', '請登入', '忘记密码', '忘記密碼', '已有客户登录'],
  ['로그인이 필요', '로그인하세요', '로그인 후', '로그인해', '비밀번호 찾기', '비밀번호를 잊'],
  ['войдите', 'необходимо войти', 'нужно войти', 'забыли пароль', 'войти как покупатель', 'авторизуйтесь'],
  ['giriş yap', 'giriş yapın', 'giriş yapmalısınız', 'şifremi unuttum', 'şifrenizi mi unuttunuz'],
  ['يرجى تسجيل الدخول', 'سجل الدخول', 'تسجيل الدخول', 'نسيت كلمة المرور', 'هل نسيت'],
  ['logga in', 'glömt lösenord', 'log ind', 'glemt adgangskode', 'glemt passord', 'kirjaudu', 'unohditko', 'přihlaste', 'zapomenuté heslo', 'bejelentkez', 'elfelejtett jelszó', 'autentificare'],
]); // prettier-ignore

const LOGIN_PLACE = /(log|sign)[-_ ]?in\b|anmeld|connexion|ログイン|로그인|登录/;

/** Tells whether the title, heading or address of a page is about logging in. An offer follows a question ("A customer?"). */
export function namesLogin(names: string): boolean {
  const named = names.replace(/[?؟][^.!?؟。]{0,80}/g, ' ');
  return LOGIN_PLACE.test(named) || says(named, LOGIN_PHRASES);
}

export const GUEST_PHRASES = fold([
  ['as a guest', 'as guest', 'guest checkout', 'without an account', 'without registering', 'without signing', 'without creating'],
  ['als gast', 'gastbestellung', 'gastzugang', 'ohne registrierung', 'ohne konto', 'ohne kundenkonto', 'ohne anmeldung'],
  ['en tant qu\'invité', 'en invité', 'sans compte', 'sans créer'],
  ['como invitado', 'como visitante', 'sin registr', 'sin crear'],
  ['come ospite', 'checkout ospite', 'senza registra', 'senza creare'],
  ['como convidado', 'sem registo', 'sem cadastro', 'sem criar'],
  ['zonder account', 'zonder registratie'],
  ['jako gość', 'bez rejestracji', 'bez zakładania konta'],
  ['ゲスト', '会員登録せず', '会員登録なし', '会員登録をせず', '登録せずに'],
  ['游客', '访客', '訪客', '匿名用户结账', '无需注册'],
  ['비회원', '게스트'],
  ['как гость', 'гостевой', 'без регистрации'],
  ['misafir', 'üye olmadan'],
  ['كضيف', 'كزائر', 'بدون تسجيل'],
  ['som gäst', 'som gæst', 'som gjest', 'vieraana', 'jako host', 'vendégként'],
]); // prettier-ignore

export const PASSKEY_PHRASES = fold([
  ['use your passkey', 'use a passkey', 'with your passkey', 'with a passkey', 'verify with passkey', 'use your security key', 'insert your security key', 'touch your security key', 'touch id or face id', 'face id, fingerprint'],
  ['passkey verwenden', 'mit passkey', 'mit ihrem passkey', 'sicherheitsschlüssel verwenden', 'clé d\'accès', 'clé de sécurité', 'llave de acceso', 'clave de acceso', 'clave de seguridad', 'usa la passkey', 'chiave di sicurezza', 'chave de acesso', 'chave de segurança', 'passkey gebruiken', 'toegangssleutel', 'klucza dostępu', 'klucz bezpieczeństwa', 'パスキー', '通行密钥', '安全密钥', '패스키', '보안 키', 'ключ доступа', 'ключ безопасности', 'geçiş anahtarı', 'مفتاح المرور'],
]); // prettier-ignore

export const AGE_PHRASES = fold([
  ['are you over 18', 'are you over 21', 'are you at least', 'are you of legal', 'over 18 years', 'over 21 years', 'verify your age', 'age verification', 'legal drinking age', 'i am over', 'confirm your age', 'you are over', 'you are at least', 'must be 18', 'must be 21', 'be over 18', 'be over 21', 'be at least 18', 'be at least 21', 'years of age or older', 'are you 18', 'are you 21', 'enter your date of birth'],
  ['bist du über', 'bist du mindestens', 'sind sie über', 'sind sie mindestens', 'volljährig', 'mindestens 18', 'altersprüfung', 'altersnachweis'],
  ['avez-vous plus de', 'avez-vous 18', 'vous avez 18', 'âge légal', 'êtes majeur', 'êtes-vous majeur', 'être majeur', 'plus de 18 ans'],
  ['mayor de edad', 'mayor de 18', 'eres mayor'],
  ['maggiorenne', 'hai più di 18', 'hai almeno 18'],
  ['maior de 18', 'maior de idade'],
  ['18 jaar of ouder', 'ouder dan 18'],
  ['masz ukończone 18', 'ukończyłem 18', 'pełnoletni', 'mam 18 lat', 'masz 18 lat'],
  ['20歳以上', '18歳以上', '年齢確認'],
  ['年满18', '年滿18', '已满18'],
  ['성인 인증', '만 19세'],
  ['мне есть 18', 'мне исполнилось 18', 'вам есть 18', 'вам исполнилось 18'],
  ['18 yaşından', '18 yaşında'],
  ['هل عمرك', 'السن القانوني'],
]); // prettier-ignore
