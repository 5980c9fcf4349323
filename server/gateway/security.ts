import type { FastifyHelmetOptions } from '@fastify/helmet';

/**
 * Headers of every answer. Scripts come from the console's own files and nowhere else. Mantine writes `<style>`
 * elements and style attributes, so styles may be inline; pictures (avatars) and recordings come from CallPage's
 * hosts, which are not known beforehand. There is no HSTS: on loopback it would lock out every other server there.
 */
export const securityHeaders: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:', 'https:'],
      'media-src': ["'self'", 'https:', 'http:'],
      'connect-src': ["'self'"],
      'font-src': ["'self'"],
      'manifest-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
    },
  },
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  referrerPolicy: { policy: 'no-referrer' },
  strictTransportSecurity: false,
  xFrameOptions: { action: 'deny' },
};
