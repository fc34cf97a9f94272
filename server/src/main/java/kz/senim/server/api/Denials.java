package kz.senim.server.api;

import jakarta.servlet.http.HttpServletRequest;

/** Is told of each request that its caller may not make, before that caller is. */
public interface Denials {

  void denied(HttpServletRequest request);
}
