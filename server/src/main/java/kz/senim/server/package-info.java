/** The web application in which people work. Each package below is a module. */
@NullMarked
package kz.senim.server;

import org.jspecify.annotations.NullMarked;
