package org.groundswell.dashboard.page;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document at {@code /v3/api-docs} says of the API as a whole. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Groundswell alerts")
                .version("v1")
                .description(
                    "Alerts on civil unrest, made by a machine from public posts and not verified."
                        + " Every error is a problem detail (RFC 9457).")
                .license(new License().name("Apache-2.0")))
        .servers(List.of(new Server().url("/")));
  }
}
