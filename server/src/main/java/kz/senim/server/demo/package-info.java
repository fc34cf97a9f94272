/** Invented organisations, systems and people to try Senim with. */
@NullMarked
package kz.senim.server.demo;

import org.jspecify.annotations.NullMarked;
