/** The audit log: who did what, when, from where, to what. */
@NullMarked
package kz.senim.server.audit;

import org.jspecify.annotations.NullMarked;
