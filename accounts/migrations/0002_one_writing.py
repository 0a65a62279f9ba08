"""An address by which a member is known has one writing, and the database holds it unique in that writing."""

from django.db import migrations, models

from core.keys import email_key, name_key
from core.text import pieces

BATCH = 500


def rewrite(apps, schema_editor):
    """Bring addresses and what members are found by into their one writing.

    Where two rows would come to the same address, the later one stays as it is: only a person can say whose it is.
    """
    User, Address = apps.get_model("accounts", "User"), apps.get_model("account", "EmailAddress")
    Invitation = apps.get_model("accounts", "Invitation")
    taken = set()
    batch = []
    for user in User.objects.order_by("pk").iterator(chunk_size=BATCH):
        address = email_key(user.email)
        if address != user.email and not (address in taken or User.objects.filter(email=address).exists()):
            Address.objects.filter(user=user, email=user.email).update(email=address)
            user.email = address
        taken.add(user.email)
        user.sort_name = name_key(user.name or user.email)[:400]
        user.pieces = sorted(pieces(user.sort_name) | pieces(email_key(user.email)))
        batch.append(user)
        if len(batch) == BATCH:
            User.objects.bulk_update(batch, ["email", "sort_name", "pieces"])
            batch = []
    User.objects.bulk_update(batch, ["email", "sort_name", "pieces"])
    for row in Address.objects.order_by("pk").iterator(chunk_size=BATCH):
        address = email_key(row.email)
        if address != row.email and not Address.objects.filter(email=address).exists():
            Address.objects.filter(pk=row.pk).update(email=address)
    for row in Invitation.objects.order_by("pk").iterator(chunk_size=BATCH):
        address = email_key(row.email)
        waiting = Invitation.objects.filter(email=address, accepted_at=None, withdrawn_at=None)
        if address != row.email and not waiting.exists():
            Invitation.objects.filter(pk=row.pk).update(email=address)


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0001_initial'),
        ('account', '0009_emailaddress_unique_primary_email'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='invitation',
            name='invitation_one_open_per_address',
        ),
        migrations.RemoveConstraint(
            model_name='user',
            name='user_email_unique',
        ),
        migrations.RunPython(rewrite, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.UniqueConstraint(condition=models.Q(('accepted_at', None), ('withdrawn_at', None)), fields=('email',), name='invitation_one_open_per_address'),
        ),
        migrations.AddConstraint(
            model_name='user',
            constraint=models.UniqueConstraint(fields=('email',), name='user_email_unique'),
        ),
    ]
