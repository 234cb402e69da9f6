package fr.guichet;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The whole of Guichet: one program, any number of identical instances of which share one PostgreSQL. */
@SpringBootApplication(proxyBeanMethods = false)
@Modulithic(systemName = "Guichet")
public class GuichetApplication {

    public static void main(String[] args) {
        SpringApplication.run(GuichetApplication.class, args);
    }
}
