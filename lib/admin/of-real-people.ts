/** Over bookings `b` of tenant `t`, in SQL: what a business has made up to try itself counts nowhere here. */
export const ofRealPeople = `join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id and not c.is_sample
  where b.tenant_id = t.id`;
