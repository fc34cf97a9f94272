/** Webhooks: programs elsewhere are told of what happens, signed, and again until they have it. */
@NullMarked
package kz.senim.server.hooks;

import org.jspecify.annotations.NullMarked;
