ALTER TABLE "token" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "token" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "token";
CREATE POLICY campus_guard ON "token" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "blob" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "blob" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "blob";
CREATE POLICY campus_guard ON "blob" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "campus" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "campus" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "campus";
CREATE POLICY campus_guard ON "campus" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "campus_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "campus_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "campus_version";
CREATE POLICY campus_guard ON "campus_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "setting" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "setting" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "setting";
CREATE POLICY campus_guard ON "setting" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "setting_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "setting_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "setting_version";
CREATE POLICY campus_guard ON "setting_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "holiday" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "holiday" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "holiday";
CREATE POLICY campus_guard ON "holiday" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "holiday_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "holiday_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "holiday_version";
CREATE POLICY campus_guard ON "holiday_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "term_day" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "term_day" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "term_day";
CREATE POLICY campus_guard ON "term_day" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "term_day_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "term_day_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "term_day_version";
CREATE POLICY campus_guard ON "term_day_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "staff" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "staff" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "staff";
CREATE POLICY campus_guard ON "staff" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "staff_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "staff_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "staff_version";
CREATE POLICY campus_guard ON "staff_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "class" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "class" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "class";
CREATE POLICY campus_guard ON "class" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "class_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "class_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "class_version";
CREATE POLICY campus_guard ON "class_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "class_member" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "class_member" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "class_member";
CREATE POLICY campus_guard ON "class_member" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "class_member_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "class_member_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "class_member_version";
CREATE POLICY campus_guard ON "class_member_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "teaching" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "teaching" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "teaching";
CREATE POLICY campus_guard ON "teaching" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "teaching_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "teaching_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "teaching_version";
CREATE POLICY campus_guard ON "teaching_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "caseload" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "caseload" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "caseload";
CREATE POLICY campus_guard ON "caseload" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "caseload_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "caseload_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "caseload_version";
CREATE POLICY campus_guard ON "caseload_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "year_lead" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "year_lead" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "year_lead";
CREATE POLICY campus_guard ON "year_lead" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "year_lead_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "year_lead_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "year_lead_version";
CREATE POLICY campus_guard ON "year_lead_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "pupil" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "pupil" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "pupil";
CREATE POLICY campus_guard ON "pupil" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "pupil_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "pupil_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "pupil_version";
CREATE POLICY campus_guard ON "pupil_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "enrolment" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "enrolment" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "enrolment";
CREATE POLICY campus_guard ON "enrolment" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "enrolment_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "enrolment_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "enrolment_version";
CREATE POLICY campus_guard ON "enrolment_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "contact" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "contact" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "contact";
CREATE POLICY campus_guard ON "contact" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "contact_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "contact_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "contact_version";
CREATE POLICY campus_guard ON "contact_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "contact_limit" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "contact_limit" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "contact_limit";
CREATE POLICY campus_guard ON "contact_limit" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "contact_limit_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "contact_limit_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "contact_limit_version";
CREATE POLICY campus_guard ON "contact_limit_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "pupil_flag" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "pupil_flag" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "pupil_flag";
CREATE POLICY campus_guard ON "pupil_flag" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "pupil_flag_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "pupil_flag_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "pupil_flag_version";
CREATE POLICY campus_guard ON "pupil_flag_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "attendance_summary" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "attendance_summary" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "attendance_summary";
CREATE POLICY campus_guard ON "attendance_summary" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "attendance_summary_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "attendance_summary_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "attendance_summary_version";
CREATE POLICY campus_guard ON "attendance_summary_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "medical_alert" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "medical_alert" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "medical_alert";
CREATE POLICY campus_guard ON "medical_alert" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "medical_alert_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "medical_alert_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "medical_alert_version";
CREATE POLICY campus_guard ON "medical_alert_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "register_status" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "register_status" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "register_status";
CREATE POLICY campus_guard ON "register_status" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "register_status_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "register_status_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "register_status_version";
CREATE POLICY campus_guard ON "register_status_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "watch" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "watch" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "watch";
CREATE POLICY campus_guard ON "watch" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "watch_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "watch_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "watch_version";
CREATE POLICY campus_guard ON "watch_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "need" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "need" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "need";
CREATE POLICY campus_guard ON "need" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "need_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "need_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "need_version";
CREATE POLICY campus_guard ON "need_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "strength" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "strength" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "strength";
CREATE POLICY campus_guard ON "strength" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "strength_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "strength_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "strength_version";
CREATE POLICY campus_guard ON "strength_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "strategy" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "strategy" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "strategy";
CREATE POLICY campus_guard ON "strategy" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "strategy_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "strategy_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "strategy_version";
CREATE POLICY campus_guard ON "strategy_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "note" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "note" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "note";
CREATE POLICY campus_guard ON "note" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "note_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "note_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "note_version";
CREATE POLICY campus_guard ON "note_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "assessment" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "assessment" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "assessment";
CREATE POLICY campus_guard ON "assessment" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "assessment_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "assessment_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "assessment_version";
CREATE POLICY campus_guard ON "assessment_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "provision_line" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "provision_line" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "provision_line";
CREATE POLICY campus_guard ON "provision_line" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "provision_line_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "provision_line_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "provision_line_version";
CREATE POLICY campus_guard ON "provision_line_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "parent_meeting" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "parent_meeting" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "parent_meeting";
CREATE POLICY campus_guard ON "parent_meeting" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "parent_meeting_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "parent_meeting_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "parent_meeting_version";
CREATE POLICY campus_guard ON "parent_meeting_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "due" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "due" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "due";
CREATE POLICY campus_guard ON "due" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "due_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "due_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "due_version";
CREATE POLICY campus_guard ON "due_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "document" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "document" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "document";
CREATE POLICY campus_guard ON "document" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "document_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "document_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "document_version";
CREATE POLICY campus_guard ON "document_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "saved_view" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "saved_view" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "saved_view";
CREATE POLICY campus_guard ON "saved_view" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "saved_view_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "saved_view_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "saved_view_version";
CREATE POLICY campus_guard ON "saved_view_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "letter_template" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "letter_template" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "letter_template";
CREATE POLICY campus_guard ON "letter_template" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "letter_template_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "letter_template_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "letter_template_version";
CREATE POLICY campus_guard ON "letter_template_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "letter" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "letter" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "letter";
CREATE POLICY campus_guard ON "letter" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "letter_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "letter_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "letter_version";
CREATE POLICY campus_guard ON "letter_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "message" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "message" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "message";
CREATE POLICY campus_guard ON "message" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "message_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "message_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "message_version";
CREATE POLICY campus_guard ON "message_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "mail_server" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "mail_server" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "mail_server";
CREATE POLICY campus_guard ON "mail_server" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "mail_server_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "mail_server_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "mail_server_version";
CREATE POLICY campus_guard ON "mail_server_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "agency" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "agency" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "agency";
CREATE POLICY campus_guard ON "agency" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "agency_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "agency_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "agency_version";
CREATE POLICY campus_guard ON "agency_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "professional" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "professional" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "professional";
CREATE POLICY campus_guard ON "professional" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "professional_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "professional_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "professional_version";
CREATE POLICY campus_guard ON "professional_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "referral" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "referral" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "referral";
CREATE POLICY campus_guard ON "referral" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "referral_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "referral_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "referral_version";
CREATE POLICY campus_guard ON "referral_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "advice_report" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "advice_report" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "advice_report";
CREATE POLICY campus_guard ON "advice_report" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "advice_report_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "advice_report_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "advice_report_version";
CREATE POLICY campus_guard ON "advice_report_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "recommendation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "recommendation" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "recommendation";
CREATE POLICY campus_guard ON "recommendation" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "recommendation_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "recommendation_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "recommendation_version";
CREATE POLICY campus_guard ON "recommendation_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "advice_action" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "advice_action" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "advice_action";
CREATE POLICY campus_guard ON "advice_action" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "advice_action_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "advice_action_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "advice_action_version";
CREATE POLICY campus_guard ON "advice_action_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "advice_review" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "advice_review" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "advice_review";
CREATE POLICY campus_guard ON "advice_review" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "advice_review_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "advice_review_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "advice_review_version";
CREATE POLICY campus_guard ON "advice_review_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "meeting" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "meeting" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "meeting";
CREATE POLICY campus_guard ON "meeting" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "meeting_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "meeting_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "meeting_version";
CREATE POLICY campus_guard ON "meeting_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "meeting_child" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "meeting_child" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "meeting_child";
CREATE POLICY campus_guard ON "meeting_child" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "meeting_child_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "meeting_child_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "meeting_child_version";
CREATE POLICY campus_guard ON "meeting_child_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "meeting_staff" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "meeting_staff" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "meeting_staff";
CREATE POLICY campus_guard ON "meeting_staff" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "meeting_staff_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "meeting_staff_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "meeting_staff_version";
CREATE POLICY campus_guard ON "meeting_staff_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "meeting_person" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "meeting_person" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "meeting_person";
CREATE POLICY campus_guard ON "meeting_person" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "meeting_person_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "meeting_person_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "meeting_person_version";
CREATE POLICY campus_guard ON "meeting_person_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "meeting_time" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "meeting_time" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "meeting_time";
CREATE POLICY campus_guard ON "meeting_time" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "meeting_time_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "meeting_time_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "meeting_time_version";
CREATE POLICY campus_guard ON "meeting_time_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "meeting_action" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "meeting_action" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "meeting_action";
CREATE POLICY campus_guard ON "meeting_action" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "meeting_action_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "meeting_action_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "meeting_action_version";
CREATE POLICY campus_guard ON "meeting_action_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "contact_log" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "contact_log" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "contact_log";
CREATE POLICY campus_guard ON "contact_log" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "contact_log_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "contact_log_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "contact_log_version";
CREATE POLICY campus_guard ON "contact_log_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "contact_plan" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "contact_plan" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "contact_plan";
CREATE POLICY campus_guard ON "contact_plan" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "contact_plan_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "contact_plan_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "contact_plan_version";
CREATE POLICY campus_guard ON "contact_plan_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "home_concern" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "home_concern" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "home_concern";
CREATE POLICY campus_guard ON "home_concern" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "home_concern_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "home_concern_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "home_concern_version";
CREATE POLICY campus_guard ON "home_concern_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "progress_update" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "progress_update" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "progress_update";
CREATE POLICY campus_guard ON "progress_update" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "progress_update_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "progress_update_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "progress_update_version";
CREATE POLICY campus_guard ON "progress_update_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "update_read" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "update_read" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "update_read";
CREATE POLICY campus_guard ON "update_read" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "update_read_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "update_read_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "update_read_version";
CREATE POLICY campus_guard ON "update_read_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "worry" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "worry" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "worry";
CREATE POLICY campus_guard ON "worry" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "worry_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "worry_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "worry_version";
CREATE POLICY campus_guard ON "worry_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "question" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "question" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "question";
CREATE POLICY campus_guard ON "question" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "question_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "question_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "question_version";
CREATE POLICY campus_guard ON "question_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "ask_round" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ask_round" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "ask_round";
CREATE POLICY campus_guard ON "ask_round" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "ask_round_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ask_round_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "ask_round_version";
CREATE POLICY campus_guard ON "ask_round_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "ask" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ask" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "ask";
CREATE POLICY campus_guard ON "ask" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "ask_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ask_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "ask_version";
CREATE POLICY campus_guard ON "ask_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "ask_answer" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ask_answer" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "ask_answer";
CREATE POLICY campus_guard ON "ask_answer" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "ask_answer_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ask_answer_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "ask_answer_version";
CREATE POLICY campus_guard ON "ask_answer_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "home_ask" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "home_ask" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "home_ask";
CREATE POLICY campus_guard ON "home_ask" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "home_ask_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "home_ask_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "home_ask_version";
CREATE POLICY campus_guard ON "home_ask_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "barrier" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "barrier" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "barrier";
CREATE POLICY campus_guard ON "barrier" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "barrier_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "barrier_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "barrier_version";
CREATE POLICY campus_guard ON "barrier_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "need_area" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "need_area" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "need_area";
CREATE POLICY campus_guard ON "need_area" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "need_area_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "need_area_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "need_area_version";
CREATE POLICY campus_guard ON "need_area_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "need_area_type" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "need_area_type" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "need_area_type";
CREATE POLICY campus_guard ON "need_area_type" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "need_area_type_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "need_area_type_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "need_area_type_version";
CREATE POLICY campus_guard ON "need_area_type_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "diagnosis_pathway" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "diagnosis_pathway" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "diagnosis_pathway";
CREATE POLICY campus_guard ON "diagnosis_pathway" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "diagnosis_pathway_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "diagnosis_pathway_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "diagnosis_pathway_version";
CREATE POLICY campus_guard ON "diagnosis_pathway_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "assessment_plan" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "assessment_plan" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "assessment_plan";
CREATE POLICY campus_guard ON "assessment_plan" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "assessment_plan_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "assessment_plan_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "assessment_plan_version";
CREATE POLICY campus_guard ON "assessment_plan_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "test" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "test" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "test";
CREATE POLICY campus_guard ON "test" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "test_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "test_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "test_version";
CREATE POLICY campus_guard ON "test_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "behaviour_summary" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "behaviour_summary" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "behaviour_summary";
CREATE POLICY campus_guard ON "behaviour_summary" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "behaviour_summary_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "behaviour_summary_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "behaviour_summary_version";
CREATE POLICY campus_guard ON "behaviour_summary_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "plan_type" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "plan_type" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "plan_type";
CREATE POLICY campus_guard ON "plan_type" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "plan_type_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "plan_type_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "plan_type_version";
CREATE POLICY campus_guard ON "plan_type_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "plan_field" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "plan_field" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "plan_field";
CREATE POLICY campus_guard ON "plan_field" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "plan_field_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "plan_field_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "plan_field_version";
CREATE POLICY campus_guard ON "plan_field_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "plan" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "plan" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "plan";
CREATE POLICY campus_guard ON "plan" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "plan_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "plan_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "plan_version";
CREATE POLICY campus_guard ON "plan_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "target" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "target" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "target";
CREATE POLICY campus_guard ON "target" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "target_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "target_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "target_version";
CREATE POLICY campus_guard ON "target_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "progress" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "progress" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "progress";
CREATE POLICY campus_guard ON "progress" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "progress_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "progress_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "progress_version";
CREATE POLICY campus_guard ON "progress_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "target_review" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "target_review" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "target_review";
CREATE POLICY campus_guard ON "target_review" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "target_review_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "target_review_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "target_review_version";
CREATE POLICY campus_guard ON "target_review_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "plan_view" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "plan_view" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "plan_view";
CREATE POLICY campus_guard ON "plan_view" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "plan_view_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "plan_view_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "plan_view_version";
CREATE POLICY campus_guard ON "plan_view_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "signature" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "signature" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "signature";
CREATE POLICY campus_guard ON "signature" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "signature_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "signature_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "signature_version";
CREATE POLICY campus_guard ON "signature_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "profile_read" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "profile_read" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "profile_read";
CREATE POLICY campus_guard ON "profile_read" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "profile_read_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "profile_read_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "profile_read_version";
CREATE POLICY campus_guard ON "profile_read_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "profile_use" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "profile_use" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "profile_use";
CREATE POLICY campus_guard ON "profile_use" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "profile_use_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "profile_use_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "profile_use_version";
CREATE POLICY campus_guard ON "profile_use_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "strategy_bank" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "strategy_bank" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "strategy_bank";
CREATE POLICY campus_guard ON "strategy_bank" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "strategy_bank_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "strategy_bank_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "strategy_bank_version";
CREATE POLICY campus_guard ON "strategy_bank_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "strategy_use" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "strategy_use" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "strategy_use";
CREATE POLICY campus_guard ON "strategy_use" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "strategy_use_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "strategy_use_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "strategy_use_version";
CREATE POLICY campus_guard ON "strategy_use_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "guide" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "guide" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "guide";
CREATE POLICY campus_guard ON "guide" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "guide_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "guide_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "guide_version";
CREATE POLICY campus_guard ON "guide_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "staff_question" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "staff_question" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "staff_question";
CREATE POLICY campus_guard ON "staff_question" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "staff_question_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "staff_question_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "staff_question_version";
CREATE POLICY campus_guard ON "staff_question_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "stored_answer" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "stored_answer" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "stored_answer";
CREATE POLICY campus_guard ON "stored_answer" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "stored_answer_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "stored_answer_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "stored_answer_version";
CREATE POLICY campus_guard ON "stored_answer_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "act_note" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "act_note" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "act_note";
CREATE POLICY campus_guard ON "act_note" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "act_note_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "act_note_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "act_note_version";
CREATE POLICY campus_guard ON "act_note_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "act_note_seen" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "act_note_seen" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "act_note_seen";
CREATE POLICY campus_guard ON "act_note_seen" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "act_note_seen_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "act_note_seen_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "act_note_seen_version";
CREATE POLICY campus_guard ON "act_note_seen_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "reading" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "reading" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "reading";
CREATE POLICY campus_guard ON "reading" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "reading_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "reading_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "reading_version";
CREATE POLICY campus_guard ON "reading_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "receipt" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "receipt" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "receipt";
CREATE POLICY campus_guard ON "receipt" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "receipt_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "receipt_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "receipt_version";
CREATE POLICY campus_guard ON "receipt_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "account" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "account" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "account";
CREATE POLICY campus_guard ON "account" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ','))
  OR id = (SELECT nullif(current_setting('opensenco.account', true), '')));
ALTER TABLE "account_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "account_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "account_version";
CREATE POLICY campus_guard ON "account_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ','))
  OR id = (SELECT nullif(current_setting('opensenco.account', true), '')));
ALTER TABLE "role_held" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "role_held" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "role_held";
CREATE POLICY campus_guard ON "role_held" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "role_held_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "role_held_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "role_held_version";
CREATE POLICY campus_guard ON "role_held_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "delegation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "delegation" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "delegation";
CREATE POLICY campus_guard ON "delegation" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "delegation_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "delegation_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "delegation_version";
CREATE POLICY campus_guard ON "delegation_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "invitation" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "invitation";
CREATE POLICY campus_guard ON "invitation" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "invitation_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "invitation_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "invitation_version";
CREATE POLICY campus_guard ON "invitation_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "case_grant" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "case_grant" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "case_grant";
CREATE POLICY campus_guard ON "case_grant" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "case_grant_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "case_grant_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "case_grant_version";
CREATE POLICY campus_guard ON "case_grant_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "conflict" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "conflict" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "conflict";
CREATE POLICY campus_guard ON "conflict" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "conflict_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "conflict_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "conflict_version";
CREATE POLICY campus_guard ON "conflict_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "link" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "link" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "link";
CREATE POLICY campus_guard ON "link" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "link_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "link_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "link_version";
CREATE POLICY campus_guard ON "link_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "views" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "views" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "views";
CREATE POLICY campus_guard ON "views" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "views_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "views_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "views_version";
CREATE POLICY campus_guard ON "views_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "import" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "import" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "import";
CREATE POLICY campus_guard ON "import" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "import_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "import_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "import_version";
CREATE POLICY campus_guard ON "import_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "source_map" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "source_map" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "source_map";
CREATE POLICY campus_guard ON "source_map" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "source_map_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "source_map_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "source_map_version";
CREATE POLICY campus_guard ON "source_map_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "import_item" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "import_item" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "import_item";
CREATE POLICY campus_guard ON "import_item" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "import_item_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "import_item_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "import_item_version";
CREATE POLICY campus_guard ON "import_item_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "subject_access_request" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "subject_access_request" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "subject_access_request";
CREATE POLICY campus_guard ON "subject_access_request" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "subject_access_request_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "subject_access_request_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "subject_access_request_version";
CREATE POLICY campus_guard ON "subject_access_request_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "disposal" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "disposal" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "disposal";
CREATE POLICY campus_guard ON "disposal" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "disposal_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "disposal_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "disposal_version";
CREATE POLICY campus_guard ON "disposal_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "legal_hold" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "legal_hold" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "legal_hold";
CREATE POLICY campus_guard ON "legal_hold" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
ALTER TABLE "legal_hold_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "legal_hold_version" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS campus_guard ON "legal_hold_version";
CREATE POLICY campus_guard ON "legal_hold_version" USING (
  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'
  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ',')));
