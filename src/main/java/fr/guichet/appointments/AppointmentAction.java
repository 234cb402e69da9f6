package fr.guichet.appointments;

/** What can be done to an appointment. */
public enum AppointmentAction {
    /** To another time, perhaps with another adviser. */
    MOVE,
    CANCEL,
    /** To another adviser, at the same time. */
    REASSIGN,
    /** The customer has come. */
    CHECK_IN,
    /** The visit has begun. */
    START,
    /** The visit is over. */
    FINISH,
    /** The customer did not come. */
    NO_SHOW
}
