// totp.mjs - one-time codes as a phone app makes them (RFC 6238: SHA-1, six digits, a new one each 30 seconds).
import { createHmac } from 'node:crypto';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function fromBase32(text) {
	const bytes = [];
	let bits = 0, value = 0;

	for (const letter of text.toUpperCase().replace(/[^A-Z2-7]/g, '')) {
		value = (value << 5 | LETTERS.indexOf(letter)) & 0xffff;
		bits += 5;
		if (bits >= 8) {
			bits -= 8;
			bytes.push(value >> bits & 0xff);
		}
	}
	return Buffer.from(bytes);
}

export const stepNow = () => Math.floor(Date.now() / 30000);

export function totp(secret, step = stepNow()) {
	const counter = Buffer.alloc(8);

	counter.writeBigUInt64BE(BigInt(step));
	const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest();
	const at = mac[19] & 15;
	return String((mac.readUInt32BE(at) & 0x7fffffff) % 1000000).padStart(6, '0');
}
